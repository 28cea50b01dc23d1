import { PageTitle } from '../ui/PageTitle.tsx';

export function SignInPage() {
  return <PageTitle>Sign in</PageTitle>;
}
