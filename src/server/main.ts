import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadBuiltIns, packageFolder } from '../files/builtIns.ts';
import { startServer } from './server.ts';

startServer(createConnection(ProposedFeatures.all), loadBuiltIns(packageFolder(import.meta.dirname)));
