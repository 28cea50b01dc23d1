import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { printedSchema } from '@belay/server/printedSchema';
import { buildSchema, findBreakingChanges, type GraphQLObjectType, isObjectType } from 'graphql';
import { describe, expect, test } from 'vitest';

const committed = readFileSync(resolve(import.meta.dirname, '../../server/schema.graphql'), 'utf8');

describe('the contract', () => {
  test('is not broken for programs that rely on it', () => {
    expect(findBreakingChanges(buildSchema(committed), buildSchema(printedSchema()))).toEqual([]);
  });

  test('is committed as it is served; `pnpm schema` writes it', () => {
    expect(printedSchema()).toBe(committed);
  });

  const schema = buildSchema(printedSchema());
  const objects = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType =>
    isObjectType(type),
  );

  test('answers every mutation with a union of a payload and facts that say what is the matter', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      expect(field.args.map(({ name }) => name)).toEqual(['input']);
      expect(String(field.type)).toBe(`${field.name[0]?.toUpperCase()}${field.name.slice(1)}Result!`);
      expect(field.description, field.name).toBeTruthy();
    }
  });

  test('pages every connection by cursor and none by offset', () => {
    for (const { name, getFields } of objects.map((type) => ({
      name: type.name,
      getFields: () => type.getFields(),
    }))) {
      for (const field of Object.values(getFields())) {
        const args = field.args.map((arg) => arg.name);
        expect(args, `${name}.${field.name}`).not.toContain('offset');
        if (/Connection!?$/.test(String(field.type))) {
          expect(args).toEqual(expect.arrayContaining(['first', 'after', 'last', 'before']));
        }
      }
    }
  });
});
