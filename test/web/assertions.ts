/** Node’s assertions, where there is no Node.js. */
import { strict } from 'assert/';

// Whoever imports these takes Node’s, which are one function with others in it.
// eslint-disable-next-line no-restricted-syntax
export default strict;
