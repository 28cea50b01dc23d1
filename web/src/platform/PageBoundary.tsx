import { Button } from '@mantine/core';
import { Component, type ReactNode, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { ErrorPage } from '../ui/ErrorPage.tsx';
import { useApi, useOnline } from './ApiProvider.tsx';
import { NotFound } from './NotFound.tsx';
import { PageFailure } from './PageFailure.ts';

interface PageBoundaryProps {
  /** Another place is another page: the failure is forgotten when it changes. */
  place: string;
  /** Nothing stands around it: the failure's page is all there is, and so is the main part of it. */
  outermost?: boolean;
  children: ReactNode;
}

/** Catches what a page throws and says what happened, in a page. */
export class PageBoundary extends Component<PageBoundaryProps, { failure: unknown }> {
  override state: { failure: unknown } = { failure: undefined };

  static getDerivedStateFromError(failure: unknown) {
    return { failure };
  }

  override componentDidUpdate(before: PageBoundaryProps) {
    if (before.place !== this.props.place) this.again();
  }

  again = () => {
    if (this.state.failure !== undefined) this.setState({ failure: undefined });
  };

  override render() {
    const { failure } = this.state;
    if (failure === undefined) return this.props.children;
    return this.props.outermost ? <main>{this.page(failure)}</main> : this.page(failure);
  }

  page(failure: unknown) {
    if (!(failure instanceof PageFailure)) return <Broke again={this.again} />;
    if (failure.code === 'NOT_FOUND' || failure.code === 'BAD_USER_INPUT') return <NotFound />;
    if (failure.code === 'NETWORK') return <ServerAway again={this.again} />;
    if (failure.code === 'CHUNK') return <ScriptMissing />;
    return <Broke again={this.again} errorId={failure.errorId} />;
  }
}

function ServerAway({ again }: { again: () => void }) {
  const { connection } = useApi();
  const online = useOnline();
  useEffect(() => {
    if (online) again();
  }, [online, again]);

  return (
    <ErrorPage
      title="The server is away"
      drawing="loose"
      action={
        <Button variant="default" onClick={connection.look}>
          Try now
        </Button>
      }
    >
      Nothing of yours is lost. This page tries again by itself and comes back as soon as it can.
    </ErrorPage>
  );
}

/** Milliseconds; a page that was read anew just now and still lacks its script will not be helped so. */
const tooSoon = 10_000;

/** The page's script did not come: the line is cut, or a newer version is out. Reading anew helps both. */
function ScriptMissing() {
  const { connection } = useApi();
  const [inVain] = useState(() => performance.now() < tooSoon);
  const [looking, setLooking] = useState(false);
  useEffect(() => {
    connection.report(false);
    setLooking(true);
  }, [connection]);
  if (inVain) return <Broke again={readAnew} />;
  return looking ? <ServerAway again={readAnew} /> : null;
}

const readAnew = () => location.reload();

function Broke({ again, errorId }: { again: () => void; errorId?: string | undefined }) {
  return (
    <ErrorPage
      title="Something broke"
      drawing="loose"
      action={
        <>
          <Button onClick={again}>Try again</Button>
          <Button variant="default" component={Link} to="/">
            Go home
          </Button>
        </>
      }
    >
      It was not your doing, and nothing of yours was lost.
      {errorId && (
        <>
          {' '}
          If it stays like this, tell whoever runs this place: <code>{errorId}</code>
        </>
      )}
    </ErrorPage>
  );
}
