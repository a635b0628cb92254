;;; How eglot is asked. -*- lexical-binding: t -*-

;; It shows what it is told in the echo area; in a batch there is none.
(setq eglot-confirm-server-initiated-edits nil)
(load (expand-file-name "emacs.el" (file-name-directory load-file-name)))

(look-with
 `((ready . ,(lambda ()
               ;; Started by a hook after the command, and no command has been given here.
               (when (fboundp 'eglot--maybe-activate-editing-mode) (eglot--maybe-activate-editing-mode))
               (unless (eglot-managed-p) (run-hooks 'post-command-hook))
               (eglot-managed-p)))
   (findings . ,(lambda () (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
   (hover . ,(lambda ()
               (let ((answer (jsonrpc-request (eglot-current-server) :textDocument/hover
                                              (eglot--TextDocumentPositionParams))))
                 (plist-get (plist-get answer :contents) :value))))
   (rename . ,#'eglot-rename)))
