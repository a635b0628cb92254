import { setFlagsFromString } from 'node:v8';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadBuiltIns, packageFolder } from '../files/builtIns.ts';
import { startServer } from './server.ts';

// A server stays for the day beside many others. V8 would let its heap grow to several times what is kept before it looks
// for what can go; a quarter more costs little time and halves the memory.
setFlagsFromString('--heap-growing-percent=25');

startServer(createConnection(ProposedFeatures.all), loadBuiltIns(packageFolder(import.meta.dirname)));
