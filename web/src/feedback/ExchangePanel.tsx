/** Stands in until the sealed exchange is here. */
export function ExchangePanel({ meetingId }: { meetingId: string }) {
  return <p data-meeting={meetingId}>The exchange opens here.</p>;
}
