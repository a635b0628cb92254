/** Images as they may go out: the picture, and nothing that a camera or program wrote beside it. */
export { imageFileOf } from './images/imageFile.ts';
