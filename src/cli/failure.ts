import type { Message } from '../core/messages.ts';
import { refusal } from '../core/present/wording.ts';
import { isRefused } from '../files/fileSystem.ts';
import { displayPath } from './choose.ts';
import type { CannotDo, Io } from './io.ts';

/**
 * Why a command could not do what it was asked, from what it threw: what it says itself, or what the system refused, such
 * as writing where one may not. Undefined for our own faults.
 */
export function failureOf(error: unknown, io: Io): Message | string | undefined {
  if (isCannotDo(error)) return error.message;
  if (isRefused(error)) return refusal(displayPath(error.path, io), 'written', error.code);
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return undefined;
  const { path, syscall, code } = error as NodeJS.ErrnoException;
  if (path === undefined) return error.message;
  const isReading = syscall === 'open' || syscall === 'read' || syscall === 'scandir' || syscall === 'stat';
  return refusal(displayPath(path, io), isReading ? 'read' : 'written', code);
}

/** Whether somebody threw a `CannotDo`, in whichever bundle: each has a class of its own. */
function isCannotDo(error: unknown): error is CannotDo {
  return error instanceof Error && error.name === 'CannotDo';
}
