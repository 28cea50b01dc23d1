import { PageTitle } from '../../ui/PageTitle.tsx';

export function RecordPage({ id }: { id: string }) {
  return <PageTitle>{`Meeting ${id}`}</PageTitle>;
}
