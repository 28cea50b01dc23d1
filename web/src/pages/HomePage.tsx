import { PageTitle } from '../ui/PageTitle.tsx';

export function HomePage() {
  return <PageTitle>What needs you now</PageTitle>;
}
