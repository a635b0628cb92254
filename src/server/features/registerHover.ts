import { inEnglish } from '../../core/messages.ts';
import { hoverAt } from '../../core/present/hover.ts';
import type { ServerContext } from '../context.ts';
import { markupContent, toOffset, wireRange } from '../wire.ts';

/** Hovers: the passage behind a citation, the definition of a term, who cites a paragraph. */
export function registerHover(server: ServerContext): void {
  server.connection.onHover(async ({ textDocument, position }) => {
    const located = await server.studies.locate(textDocument.uri);
    if (!located) return null;
    const { analysis, study } = located;
    const { commandLinks, hoverFormat } = server.client;
    const view = hoverAt(analysis, toOffset(analysis, position), study, commandLinks);
    if (!view) return null;
    const link =
      view.offerImport && commandLinks
        ? `\n\n[${inEnglish('server.importCopy')}](command:pilcrow.hover.importSource)`
        : '';
    return {
      contents: markupContent(view.markdown + link, hoverFormat),
      range: wireRange(analysis, view.range),
    };
  });
}
