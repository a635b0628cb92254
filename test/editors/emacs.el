;;; Does in Emacs what a reader of docs/editors.md does, and writes down what was seen. -*- lexical-binding: t -*-

(require 'json)
(require 'xref)
(require 'cl-lib)
(require 'flymake)

(defvar seen nil "What was seen, by name.")
(setq make-backup-files nil create-lockfiles nil)

(defun see (name value)
  "Write down VALUE under NAME."
  (push (cons name value) seen))

(defmacro wait-for (what &rest forms)
  "Wait until FORMS give something, and give that; WHAT they are is said where they never do."
  `(let ((end (+ (float-time) 20)) value)
     (while (not (setq value (progn ,@forms)))
       (when (> (float-time) end) (error "Waited in vain for %s" ,what))
       (accept-process-output nil 0.02))
     value))

(defun place (words)
  "Go to the first of WORDS."
  (goto-char (point-min))
  (search-forward words)
  (goto-char (match-beginning 0))
  (forward-char))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun write-down ()
  (with-temp-file (getenv "PILCROW_SEEN")
    (insert (json-encode seen))))

(defun look (client)
  "Look at the study with CLIENT, an alist of functions: ready, findings, hover, rename."
  (let ((study default-directory)
        (ask (lambda (what &rest arguments) (apply (alist-get what client) arguments))))
    (find-file "papers/first.analysis.md")
    (wait-for "the server" (funcall ask 'ready))
    (see 'findings (wait-for "findings" (let ((found (funcall ask 'findings))) (and (> (length found) 1) (vconcat found)))))
    (place "@bread, ¶ 2")
    (see 'hover (funcall ask 'hover))
    (let ((origin (current-buffer)))
      (let ((this-command 'xref-find-definitions)) (call-interactively this-command))
      (see 'definition
           `((file . ,(file-relative-name buffer-file-name study)) (line . ,(line-number-at-pos))))
      (wait-for "the server of the source" (funcall ask 'ready))
      (see 'sourceHover (funcall ask 'hover))
      (find-file (expand-file-name "glossary.md" study))
      (wait-for "the server of the glossary" (funcall ask 'ready))
      (place "dough")
      (see 'glossaryHover (funcall ask 'hover))
      (switch-to-buffer origin)
      (place "@bread, ¶ 2")
      (funcall ask 'rename "loaf")
      (see 'renamed (text))
      (find-file (expand-file-name "sources/bread.md" study))
      (goto-char (point-min))
      (forward-line 1)
      (see 'source (buffer-substring-no-properties (line-beginning-position) (line-end-position))))))

(defun look-with (client)
  "As `look', with CLIENT; what goes wrong is written down too."
  (condition-case problem (look client)
    (error (see 'problem (error-message-string problem))))
  (write-down)
  (kill-emacs))
