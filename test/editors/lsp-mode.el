;;; How lsp-mode is asked. -*- lexical-binding: t -*-

(load (expand-file-name "emacs.el" (file-name-directory load-file-name)))

(look-with
 `((ready . ,(lambda ()
               (unless (bound-and-true-p lsp-mode) (lsp))
               (seq-some (lambda (each) (eq 'initialized (lsp--workspace-status each))) (lsp-workspaces))))
   (findings . ,(lambda () (mapcar (lambda (each) (gethash "message" each (and (lsp-diagnostic? each) "")))
                                   (lsp--get-buffer-diagnostics))))
   (hover . ,(lambda ()
               (let ((answer (lsp-request "textDocument/hover" (lsp--text-document-position-params))))
                 (gethash "value" (gethash "contents" answer)))))
   (rename . ,#'lsp-rename)))
