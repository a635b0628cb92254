export function middleOf(line: unknown, wanted: string): { x: number; y: number };
export function standsStill(element: unknown): Promise<void>;
export function contrastOf(element: unknown, pseudo?: string): number;
export function markSymbols(line: unknown): string[];
