import { PageTitle } from '../ui/PageTitle.tsx';

export function GoalPage() {
  return <PageTitle>Goal</PageTitle>;
}
