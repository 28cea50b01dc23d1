import { PageTitle } from '../ui/PageTitle.tsx';

export function MentorshipPage() {
  return <PageTitle>Mentorship</PageTitle>;
}
