import { lexicographicSortSchema, printSchema } from 'graphql';
import { schema } from './schema.ts';

let printed: string | undefined;

/** The contract as it is committed in `server/schema.graphql` and served at `/schema.graphql`; printed when first asked. */
export function printedSchema(): string {
  printed ??= `${printSchema(lexicographicSortSchema(schema))}\n`;
  return printed;
}
