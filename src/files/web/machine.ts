/** What `../machine.ts` asks of programs: a browser starts none, and knows nobody's name. */

export function programPath(): string {
  return '';
}

export function gitName(): Promise<string> {
  return Promise.resolve('');
}
