import type { ExportFormat } from './manuscript.ts';

/** The formats that papers go out in, by the names that `--to` takes. */
export const exportFormats: Readonly<Record<string, ExportFormat>> = {};
