/**
 * The sample people whom anybody may be with one click, in the order of the page. The sample story gives them names
 * and something to do: the first two hold the meeting that is live.
 */
export const demoEmails: readonly string[] = [
  'ruth.amsel@sample.belay.example',
  'nia.brandt@sample.belay.example',
  'jonas.weil@sample.belay.example',
  'mara.okafor@sample.belay.example',
  'ines.duarte@sample.belay.example',
];
