-- Does in Neovim what a reader of docs/editors.md does, and writes down what was seen. Errors end the editor.
local seen = {}
local function wait(what, isThere)
  if not vim.wait(20000, isThere, 20) then error('waited in vain for ' .. what) end
end
local function place(words)
  vim.fn.cursor(1, 1)
  vim.fn.search('\\V' .. words)
end
local function messages()
  return vim.tbl_map(function(each) return each.message end, vim.diagnostic.get(0))
end
local function hover()
  local position = vim.lsp.util.make_position_params()
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/hover', position, 20000) or {}
  for _, answer in pairs(answers) do
    return answer.result and answer.result.contents.value or ''
  end
end
local function ready()
  wait('the client', function() return #vim.lsp.buf_get_clients(0) > 0 or vim.tbl_count(vim.lsp.buf_get_clients(0)) > 0 end)
  wait('the server', function()
    for _, client in pairs(vim.lsp.buf_get_clients(0)) do if client.initialized then return true end end
  end)
end

local function run()
  vim.cmd('edit papers/first.analysis.md')
  ready()
  wait('findings', function() return #messages() > 1 end)
  seen.findings = messages()
  place('@bread, ¶ 2')
  seen.hover = hover()
  -- Opened in a window, as a person sees it.
  vim.lsp.buf.hover()
  local function float()
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
    end
  end
  wait('the window of the hover', float)
  seen.shown = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float()), 0, -1, false), '\n')
  vim.api.nvim_win_close(float(), true)
  vim.lsp.buf.definition()
  wait('the passage', function() return vim.fn.expand('%:t') == 'bread.md' end)
  seen.definition = { file = vim.fn.expand('%:.'), line = vim.fn.line('.') }
  ready()
  seen.sourceHover = hover()
  vim.cmd('edit glossary.md')
  ready()
  place('dough')
  seen.glossaryHover = hover()
  vim.cmd('edit papers/first.analysis.md')
  -- An action that makes a file.
  place('@weil')
  vim.ui.select = function(items, options, choose)
    for at, item in ipairs(items) do
      if options.format_item(item):match('bibliography entry') then return choose(item, at) end
    end
    error('no entry is offered')
  end
  vim.lsp.buf.code_action()
  wait('the new file', function() return vim.fn.bufexists('sources/works.bib') == 1 end)
  local new = vim.fn.bufadd('sources/works.bib')
  wait('its text', function() return vim.api.nvim_buf_get_lines(new, 0, 1, false)[1] == '@misc{weil,' end)
  -- A rename in several files, on a line with a character outside of the basic plane.
  vim.cmd('edit papers/first.analysis.md')
  place('@bread, ¶ 2')
  vim.lsp.buf.rename('loaf')
  wait('the rename', function() return vim.fn.getline(1):match('loaf') end)
  seen.renamed = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  seen.source = vim.api.nvim_buf_get_lines(vim.fn.bufadd('sources/bread.md'), 1, 2, false)[1]
end

local isFine, problem = pcall(run)
if not isFine then seen.problem = tostring(problem) end
vim.fn.writefile({ vim.json.encode(seen) }, os.getenv('PILCROW_SEEN'))
vim.cmd('qall!')
