import { ErrorCodes, type Message } from 'vscode-languageserver';
import { inWords, messageOf } from '../core/messages.ts';
import type { Transport } from './door.ts';
import { hasParameters } from './parameters.ts';

/** A message as it goes over the wire. */
interface SentMessage extends Message {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly params?: unknown;
}

/** Why a message is not let in: what its sender is told, where it waits for an answer. */
interface WhyRefused {
  readonly code: number;
  readonly message: string;
}

/**
 * Lets nothing in but what the protocol allows: requests only between `initialize`, which comes once, and `shutdown`, and
 * parameters that have what the server reads. A request that is not let in is answered with an error, everything else dropped.
 */
export function onlyLegal(outer: Transport): Transport {
  const life = new Life();
  const { reader, writer } = outer;
  return {
    writer,
    reader: {
      onError: reader.onError,
      onClose: reader.onClose,
      onPartialMessage: reader.onPartialMessage,
      listen: (callback) =>
        reader.listen((message: SentMessage) => {
          const refused = life.refusal(message);
          if (!refused) callback(message);
          else if (isRequest(message)) void writer.write(errorFor(message, refused));
        }),
      dispose: () => reader.dispose(),
    },
  };
}

function errorFor({ id }: SentMessage, error: WhyRefused): Message {
  return { jsonrpc: '2.0', id, error } as Message;
}

/** Whether somebody waits for an answer; JSON may also be no object at all. */
function isRequest(message: SentMessage | null): message is SentMessage {
  const id = message?.id;
  return message?.method !== undefined && (typeof id === 'string' || typeof id === 'number');
}

/** How far a server has come between `initialize` and `shutdown`. */
class Life {
  private isBegun = false;
  private isEnded = false;

  /** Why a message is not let in; undefined for those that are. */
  refusal(message: SentMessage | null): WhyRefused | undefined {
    if (typeof message !== 'object' || message === null) return invalid('server.noMessage');
    const { method, params } = message;
    // An answer to what the server has asked.
    if (method === undefined && !Array.isArray(message)) return undefined;
    if (typeof method !== 'string') return invalid('server.noMessage');
    if (method === 'exit') return undefined;
    return this.untimely(method) ?? this.follow(method, params);
  }

  private untimely(method: string): WhyRefused | undefined {
    // Leave may be taken twice.
    if (this.isEnded) return method === 'shutdown' ? undefined : invalid('server.isShutDown');
    if (method === 'initialize') return this.isBegun ? invalid('server.initializedTwice') : undefined;
    if (this.isBegun) return undefined;
    return { code: ErrorCodes.ServerNotInitialized, message: inWords(messageOf('server.notInitialized')) };
  }

  private follow(method: string, params: unknown): WhyRefused | undefined {
    if (!hasParameters(method, params))
      return {
        code: ErrorCodes.InvalidParams,
        message: inWords(messageOf('server.wrongParameters', { method })),
      };
    if (method === 'initialize') this.isBegun = true;
    if (method === 'shutdown') this.isEnded = true;
    return undefined;
  }
}

function invalid(name: 'server.noMessage' | 'server.isShutDown' | 'server.initializedTwice'): WhyRefused {
  return { code: ErrorCodes.InvalidRequest, message: inWords(messageOf(name)) };
}
