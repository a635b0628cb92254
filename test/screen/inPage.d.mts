export function middleOf(line: unknown, wanted: string): { x: number; y: number };
export function standsStill(element: unknown): Promise<void>;
export function colorsOf(element: unknown, pseudo?: string): { color: string; behind: string[] };
export function markSymbols(line: unknown): string[];
export function isOnTop(element: unknown): boolean;
export function dropAddress(element: unknown, uri: string): void;
export function webviewIn(part: string): string | undefined;
export function paintedTexts(): { text: string; color: string; behind: string[] }[];
export function outerHtml(element: unknown): string;
