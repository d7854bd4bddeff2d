/** The names of files that hold tables, for a file picker; their content is what is looked at. */
export const tableFiles = '.xlsx,.xls,.et,.csv,.tsv,.txt'
