/** Statements that a connection keeps at most; one takes some ten kilobytes of the database's memory. */
const MOST = 500;

/**
 * Names for statements, so that a connection sends, parses and plans each only once. A text keeps its name for as long
 * as the process lives; when there are too many, further ones get none and are planned each time, as they would be
 * without. What takes no values has none either: it may be several statements, which cannot be prepared.
 */
export function createStatementNames(
  most = MOST,
): (query: { sql: string; args: readonly unknown[] }) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (args.length === 0 || names.size >= most) return '';
    const name = `belay-${names.size + 1}`;
    names.set(sql, name);
    return name;
  };
}
