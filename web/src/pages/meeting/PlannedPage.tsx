import { PageTitle } from '../../ui/PageTitle.tsx';

export function PlannedPage({ id }: { id: string }) {
  return <PageTitle>{`Meeting ${id}`}</PageTitle>;
}
