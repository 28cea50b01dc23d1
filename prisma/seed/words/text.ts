/** The lines of a text, without those that are empty. */
export const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A text whose lines are rows and whose cells stand between `|`. */
export const table = (text: string): string[][] =>
  lines(text).map((line) => line.split('|').map((cell) => cell.trim()));
