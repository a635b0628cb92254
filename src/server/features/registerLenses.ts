import {
  MessageType,
  ShowDocumentRequest,
  ShowMessageNotification,
  type CancellationToken,
  type CodeLens,
  type Position,
} from 'vscode-languageserver';
import { lensesOf, type LensView } from '../../core/present/structure.ts';
import { noteLenses } from '../../core/present/notes.ts';
import { listedPlaces, type Place } from '../../core/present/passages.ts';
import { cacheTargets } from '../../core/citedBy.ts';
import { answering, type ServerContext } from '../context.ts';
import { TimeSlicer } from '../timeSlicer.ts';
import type { Located } from '../studies.ts';
import { toOffset, wireLocation, wireRange } from '../wire.ts';

/** The command of a lens in our own extension, which shows its places in a peek. */
const peekCommand = 'pilcrow.showReferences';
/** The command of a lens in other clients: the server runs it, and shows the place or says which there are. */
export const listPlacesCommand = 'pilcrow.listPlaces';

type LensArguments = [uri: string, position: Position, of: LensView['of']];

/** “Cited 3 times” and “2 notes” above the paragraphs of a source, and what they open. */
export function registerLenses(server: ServerContext): void {
  const { connection, studies } = server;
  connection.onCodeLens(async ({ textDocument }, token) => {
    if (!server.client.lenses) return null;
    const located = await studies.locateInAll(textDocument.uri);
    if (!located) return null;
    await lookAtPapers(located, token);
    return allLenses(located).map((lens): CodeLens => {
      const { start } = wireRange(located.analysis, lens.range);
      const command = server.client.commandLinks ? peekCommand : listPlacesCommand;
      const lensArguments: LensArguments = [textDocument.uri, start, lens.of];
      return {
        range: { start, end: start },
        command: { title: lens.title, command, arguments: lensArguments },
      };
    });
  });
  answering(server)('pilcrow/lensPlaces', async ({ uri, position, of }) =>
    (await placesAt(server, uri, position, of)).map(wireLocation),
  );
  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    if (command !== listPlacesCommand) return;
    const [uri, position, of] = given as LensArguments;
    await showPlaces(server, await placesAt(server, uri, position, of));
  });
}

/** Sees to it that the citations of all papers have been looked at: all at once would keep others waiting. */
function lookAtPapers({ analysis, study }: Located, token: CancellationToken): Promise<void> {
  const papers = analysis.role === 'source' ? study.papers : [];
  return new TimeSlicer().each(papers, token, (paper) => cacheTargets(paper, study));
}

function allLenses({ analysis, study }: Located): readonly LensView[] {
  return [...lensesOf(analysis, study), ...noteLenses(analysis, study)];
}

/** What a lens opens when it is clicked. */
async function placesAt(
  { studies }: ServerContext,
  uri: string,
  position: Position,
  of: LensView['of'],
): Promise<readonly Place[]> {
  const located = await studies.locateInAll(uri);
  if (!located) return [];
  const at = toOffset(located.analysis, position);
  return (
    allLenses(located)
      .find((each) => each.of === of && each.range.start === at)
      ?.places() ?? []
  );
}

/** Opens the only place there is where the client can, otherwise says where all are. */
async function showPlaces({ connection, client }: ServerContext, places: readonly Place[]): Promise<void> {
  const [place] = places;
  if (!place) return;
  if (places.length === 1 && client.showsDocuments) {
    const { uri, range } = wireLocation(place);
    await connection.sendRequest(ShowDocumentRequest.type, { uri, selection: range, takeFocus: true });
  } else
    await connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Info,
      message: listedPlaces(places),
    });
}
