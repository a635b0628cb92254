/** The part of pdf.js that reads files. Its package has no types for it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What the worker sends its messages to, and listens on. */
  export interface WorkerPort {
    postMessage(message: unknown): void;
    addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  }
  export const WorkerMessageHandler: { initializeFromPort(port: WorkerPort): void };
}
