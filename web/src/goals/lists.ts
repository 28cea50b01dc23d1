import type { Cache, Entity, Link } from '@urql/exchange-graphcache';
import { graphql } from '../platform/generated/index.ts';

const GoalEdge = graphql(`
  fragment NewGoalEdge on MentorshipGoalsConnectionEdge {
    __typename
    cursor
    node {
      __typename
      id
    }
  }
`);

const EstimateEdge = graphql(`
  fragment NewEstimateEdge on GoalEstimatesConnectionEdge {
    __typename
    cursor
    node {
      __typename
      id
    }
  }
`);

/** Puts a new goal on top of every list of its mentorship that holds ideas. */
export function listGoal(goal: Entity, mentorship: Entity, cache: Cache): void {
  for (const list of listsOf(mentorship, 'goals', cache)) {
    const states = list.arguments?.states;
    if (Array.isArray(states) && !states.includes('IDEA')) continue;
    putFirst(list, cache.keyOfEntity(goal), cache, (cursor, id) => {
      const __typename = 'MentorshipGoalsConnectionEdge';
      cache.writeFragment(GoalEdge, { __typename, cursor, node: { __typename: 'Goal', id } });
      return `${__typename}:${cursor}`;
    });
  }
}

/** Puts a new estimate on top of its goal's history. */
export function listEstimate(estimate: Entity, goal: Entity, cache: Cache): void {
  for (const list of listsOf(goal, 'estimates', cache)) {
    putFirst(list, cache.keyOfEntity(estimate), cache, (cursor, id) => {
      const __typename = 'GoalEstimatesConnectionEdge';
      cache.writeFragment(EstimateEdge, { __typename, cursor, node: { __typename: 'ProgressEstimate', id } });
      return `${__typename}:${cursor}`;
    });
  }
}

/** The path of a goal with its steps put in another order, or with one more, or one less. */
export function changePath(goal: Entity, cache: Cache, change: (steps: string[]) => string[]): void {
  const steps = keys(cache.resolve(goal, 'milestones'));
  if (steps) cache.link(goal, 'milestones', change(steps));
}

interface List {
  key: string;
  arguments: Record<string, unknown> | null;
}

function listsOf(parent: Entity, field: string, cache: Cache): List[] {
  return cache
    .inspectFields(parent)
    .filter(({ fieldName }) => fieldName === field)
    .flatMap(({ fieldKey, arguments: args }) => {
      const key = cache.resolve(parent, fieldKey);
      return typeof key === 'string' ? [{ key, arguments: args }] : [];
    });
}

/** Does nothing when it stands in the list already: the answer and the event both say that it is new. */
function putFirst(
  list: List,
  node: string | null,
  cache: Cache,
  write: (cursor: string, id: string) => Link<Entity> & string,
): void {
  const edges = keys(cache.resolve(list.key, 'edges'));
  if (!node || !edges || edges.some((edge) => cache.resolve(edge, 'node') === node)) return;
  const id = node.slice(node.indexOf(':') + 1);
  cache.link(list.key, 'edges', [write(`new:${id}`, id), ...edges]);
}

const keys = (links: unknown): string[] | null => (Array.isArray(links) ? links.map(String) : null);
