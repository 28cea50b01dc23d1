import { PageTitle } from '../ui/PageTitle.tsx';

export function InvitationPage() {
  return <PageTitle>You are invited</PageTitle>;
}
