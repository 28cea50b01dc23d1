/** `Prof. Dr. Amara Osei` is called Amara. */
export function calledName(name: string): string {
  return name.split(' ').find((word) => !word.endsWith('.')) ?? name;
}
