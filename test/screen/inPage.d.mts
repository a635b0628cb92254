export function middleOf(line: unknown, wanted: string): { x: number; y: number };
export function standsStill(element: unknown): Promise<void>;
