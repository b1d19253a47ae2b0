autocmd BufRead,BufNewFile *.ag setfiletype ag
