import { setFlagsFromString } from 'node:v8';
import { loadBuiltIns, packageFolder } from '../files/builtIns.ts';
import { giveBackMemory } from './memory.ts';
import { startServer } from './server.ts';
import { noteArrival } from './slices.ts';
import { chosenTransport, endWithInput } from './transport.ts';

// A server stays for the day beside many others. V8 would let its heap grow to several times what is kept before it looks
// for what can go; a seventh more costs little time and halves the memory.
setFlagsFromString('--heap-growing-percent=15');

// Editors speak to us through Node's own channel or through the standard input.
if (process.connected) process.on('message', noteArrival);
else process.stdin.on('data', noteArrival);

endWithInput(
  startServer(chosenTransport(), loadBuiltIns(packageFolder(import.meta.dirname)), giveBackMemory),
);
