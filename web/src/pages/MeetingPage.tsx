import { PageTitle } from '../ui/PageTitle.tsx';

export function MeetingPage() {
  return <PageTitle>Meeting</PageTitle>;
}
