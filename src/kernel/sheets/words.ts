import type { Words } from '../words/words.ts'

/** What people read when a workbook cannot be read or does not fit. Each says what, where, why and what next. */
export const sheetWords = {
  'sheet.empty-file': {
    zh: '文件是空的（0 字节），可能没有存好或上传中断。请在 Excel 或 WPS 中重新保存后再上传。',
    en: 'The file is empty (0 bytes); it was probably not saved or the upload broke off. Save it again and upload it again.',
  },
  'sheet.file-too-big': {
    zh: '文件有 {{size}} MB，上限是 {{limit}} MB。请删去图片和用不到的工作表，或按镇街分成几份再上传。',
    en: 'The file has {{size}} MB; the limit is {{limit}} MB. Remove pictures and sheets not needed, or split it by town, and upload again.',
  },
  'sheet.encrypted': {
    zh: '工作簿设了打开密码，这里读不了。请打开后取消密码、另存一份，再上传。',
    en: 'The workbook is locked with a password and cannot be read here. Open it, remove the password, save a copy and upload that.',
  },
  'sheet.not-workbook': {
    zh: '这个文件不是表格，内容是{{found}}；只改扩展名不行。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
    en: 'This file is not a table but {{found}}; renaming it is not enough. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  'sheet.damaged': {
    zh: '文件已损坏或不完整（{{detail}}）。请打开原文件，另存为 .xlsx 后再上传；打不开的话，请向发文件的人再要一份。',
    en: 'The file is damaged or incomplete ({{detail}}). Open the original, save it as .xlsx and upload that; if it will not open, ask its sender for another copy.',
  },
  'sheet.unpacks-too-big': {
    zh: '文件解压后超过 {{limit}} MB，内容异常，已停止读取。请只留要导入的工作表，另存为新文件再上传。',
    en: 'Unpacked, the file exceeds {{limit}} MB, which is not normal, so reading stopped. Keep only the sheets to import, save them as a new file and upload that.',
  },
  'sheet.too-many-rows': {
    zh: '工作表「{{sheet}}」超过 {{limit}} 行，已停止读取。请按镇街分成几份再上传。',
    en: 'Sheet “{{sheet}}” has more than {{limit}} rows, so reading stopped. Split it by town and upload the parts.',
  },
  'sheet.too-many-columns': {
    zh: '工作表「{{sheet}}」第 {{row}} 行在 {{column}} 列还有内容，超过 {{limit}} 列的上限。请删去右边用不到的列再上传。',
    en: 'Sheet “{{sheet}}” still has content in column {{column}} of row {{row}}, beyond the limit of {{limit}} columns. Delete the unused columns on the right and upload again.',
  },
  'sheet.too-many-cells': {
    zh: '工作簿内容太多（读到「{{sheet}}」时已超过 {{limit}} 个单元格）。请只留要导入的工作表，或按镇街分成几份再上传。',
    en: 'The workbook holds too much (more than {{limit}} cells by sheet “{{sheet}}”). Keep only the sheets to import, or split it by town, and upload again.',
  },
  'sheet.too-much-text': {
    zh: '工作簿文字太多（超过 {{limit}} 万字），不像是登记表。请只留要导入的工作表，另存后再上传。',
    en: 'The workbook holds more text ({{limit}}0,000 characters and more) than any register. Keep only the sheets to import, save and upload again.',
  },
  'sheet.too-slow': {
    zh: '文件读了 {{limit}} 秒还没读完，已停止。请只留要导入的工作表，另存为新文件再上传。',
    en: 'The file was not read within {{limit}} seconds, so reading stopped. Keep only the sheets to import, save them as a new file and upload that.',
  },
  'sheet.out-of-memory': {
    zh: '文件太大，内存不够，已停止读取，其他功能不受影响。请只留要导入的工作表，或按镇街分成几份再上传。',
    en: 'The file is too large for the memory allowed, so reading stopped; nothing else is affected. Keep only the sheets to import, or split it by town.',
  },
  'sheet.reader-stopped': {
    zh: '读取时意外停止，没有导入任何内容。请再试一次；还不行的话，请把文件交给系统管理员。',
    en: 'Reading stopped unexpectedly and nothing was imported. Try once more; if it fails again, give the file to the administrator.',
  },
  'sheet.too-many-sheets': {
    zh: '工作表超过 {{limit}} 张，已停止读取。请只留要导入的工作表，另存后再上传。',
    en: 'There are more than {{limit}} sheets, so reading stopped. Keep only the sheets to import, save and upload again.',
  },
  'sheet.too-many-styles': {
    zh: '单元格样式超过 {{limit}} 种，内容异常，已停止读取。请新建一个工作簿，只粘贴数值，再上传。',
    en: 'There are more than {{limit}} cell styles, which is not normal, so reading stopped. Paste the values alone into a new workbook and upload that.',
  },
  'sheet.too-many-strings': {
    zh: '工作簿的文字超过 {{limit}} 条，已停止读取。请只留要导入的工作表，另存后再上传。',
    en: 'The workbook has more than {{limit}} texts, so reading stopped. Keep only the sheets to import, save and upload again.',
  },
  'sheet.cell-too-long': {
    zh: '第 {{row}} 行 {{column}} 列的内容超过 {{limit}} 字，已停止读取。请缩短这一格再上传。',
    en: 'The cell in row {{row}}, column {{column}} holds more than {{limit}} characters, so reading stopped. Shorten it and upload again.',
  },
  'sheet.string-too-long': {
    zh: '有一格的内容超过 {{limit}} 字，已停止读取。请缩短这一格再上传。',
    en: 'One cell holds more than {{limit}} characters, so reading stopped. Shorten it and upload again.',
  },
  'sheet.too-deep': {
    zh: '表格嵌套超过 {{limit}} 层，已停止读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
    en: 'Tables are nested more than {{limit}} deep, so reading stopped. Open the file in Excel or WPS, save it as .xlsx and upload that.',
  },
  'sheet.is-html': {
    zh: '这个文件其实是网页（HTML）表格，已按表格读取，所有内容按显示的文字取用。',
    en: 'This file is in fact a web page (HTML); its tables were read, each cell as the text it shows.',
  },
  'sheet.is-xml': {
    zh: '这个文件其实是 XML 表格（2003），已按表格读取。',
    en: 'This file is in fact an XML spreadsheet (2003); it was read as a table.',
  },
  'sheet.unknown-encoding': {
    zh: '文字编码认不出：第 {{row}} 行、文件第 {{byte}} 字节（{{hex}}）起，既不是 UTF-8 也不是 GBK。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
    en: 'The text’s encoding is unknown: from row {{row}}, byte {{byte}} of the file ({{hex}}), it is neither UTF-8 nor GBK. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  'sheet.encoding-either': {
    zh: '这个文件按{{taken}}和{{other}}都读得通，已按{{taken}}读取。请看预览里的文字对不对；不对的话，请另存为 .xlsx 再上传。',
    en: 'This file makes sense both as {{taken}} and as {{other}}; it was read as {{taken}}. Check the text in the preview; if it is wrong, save the file as .xlsx and upload that.',
  },
  'sheet.encoding-unmarked': {
    zh: '文件没有写明编码，已按{{taken}}读取。请看预览里的文字对不对。',
    en: 'The file does not say its encoding; it was read as {{taken}}. Check the text in the preview.',
  },
  'sheet.bytes-unreadable': {
    zh: '第 {{row}} 行 {{column}} 列有认不出的字节（文件第 {{byte}} 字节，{{hex}}）。请在原文件里改好这一格，再上传。',
    en: 'Row {{row}}, column {{column}} has bytes that cannot be read (byte {{byte}} of the file, {{hex}}). Correct that cell in the original and upload again.',
  },
  'sheet.characters-lost': {
    zh: '第 {{row}} 行 {{column}} 列有字在来表之前就已丢失（显示为“�”）。请核对原件。',
    en: 'Row {{row}}, column {{column}} has characters that were lost before this file was made (shown as “�”). Check the original.',
  },
  'sheet.nul-bytes': {
    zh: '第 {{row}} 行 {{column}} 列夹有空字节（NUL），已去掉，其余照读。请核对这一格。',
    en: 'Row {{row}}, column {{column}} held NUL bytes, which were left out; the rest was read. Check that cell.',
  },
  'sheet.quote-open': {
    zh: '第 {{row}} 行 {{column}} 列的引号没有配对。请补上或删去引号，再上传。',
    en: 'Row {{row}}, column {{column}} begins with a quotation mark that is never closed. Close it or delete it and upload again.',
  },
  'sheet.quotes-broken': {
    zh: '引号不配对的地方超过 {{limit}} 处，已停止读取。请用 Excel 或 WPS 另存为 .xlsx 后再上传。',
    en: 'More than {{limit}} quotation marks are never closed, so reading stopped. Save the table as .xlsx in Excel or WPS and upload that.',
  },
  'sheet.delimiter-either': {
    zh: '这个文件用{{taken}}和{{other}}都能分列，已按{{taken}}分列。请看预览里的列对不对。',
    en: 'This file can be divided by {{taken}} or by {{other}}; {{taken}} was taken. Check the columns in the preview.',
  },
  'sheet.no-data': {
    zh: '工作簿里没有内容。请确认填写后已保存，再上传。',
    en: 'The workbook has no content. Make sure it was saved after filling in, and upload again.',
  },
  'sheet.header-not-found': {
    zh: '没有找到「{{form}}」的表头：应有 {{wanted}} 等列；「{{sheet}}」里看到的是 {{found}}。页面上能指定各列的，请指明哪一列是什么；看到的是乱码的，多半是文件编码不对，请另存为 .xlsx；否则请把数据贴进模板再上传。',
    en: 'No header of “{{form}}” was found: columns such as {{wanted}} are expected, while “{{sheet}}” shows {{found}}. Where the page lets you say what each column is, say so; if what it shows is garbled, the encoding is most likely wrong: save the table as .xlsx; otherwise paste the data into the template.',
  },
  'sheet.other-form': {
    zh: '「{{sheet}}」看起来是「{{other}}」，不是「{{form}}」（看到的列：{{found}}）。请换成「{{form}}」，或到「{{other}}」的导入页面上传。',
    en: '“{{sheet}}” looks like “{{other}}”, not “{{form}}” (columns seen: {{found}}). Choose the “{{form}}” workbook, or upload this one where “{{other}}” is imported.',
  },
  'sheet.column-missing': {
    zh: '「{{sheet}}」缺少必填的列「{{label}}」。页面上能指定各列的，请指明哪一列是它；否则在表头所在的第 {{row}} 行补上这一列（没认出的列：{{unknown}}），或把数据贴进模板再上传。',
    en: '“{{sheet}}” lacks the required column “{{label}}”. Where the page lets you say what each column is, say which one it is; otherwise add it to the header in row {{row}} (headers not recognised: {{unknown}}), or paste the data into the template.',
  },
  'sheet.column-twice': {
    zh: '列「{{label}}」出现了两次（{{first}} 列和 {{second}} 列），不知道以哪列为准。请只留一列。',
    en: 'Column “{{label}}” appears twice ({{first}} and {{second}}), so it is unclear which one counts. Keep only one.',
  },
  'sheet.column-unknown': {
    zh: '{{column}} 列「{{label}}」没有认出，导入时会跳过。如果有用，请在页面上指定它是什么，或改成模板里的列名。',
    en: 'Column {{column}} “{{label}}” was not recognised and will be passed over. If it matters, say on the page what it is, or rename it to a column of the template.',
  },
  'sheet.other-sheet': {
    zh: '「{{sheet}}」没有「{{form}}」的表头，没有读取。如果里面也有要导入的数据，请照模板补上表头。',
    en: '“{{sheet}}” has no header of “{{form}}” and was not read. If it holds data to import, give it the header of the template.',
  },
  'sheet.larger-unread': {
    zh: '「{{sheet}}」约有 {{rows}} 行数据，比读取的「{{read}}」（{{readRows}} 行）多，却没有读取。要导入它的，请指明它的各列是什么；不导入它的，请说明不读。页面上不能指明的，照模板补上表头，或从工作簿里删去这张表。',
    en: '“{{sheet}}” has about {{rows}} rows of data, more than “{{read}}” ({{readRows}}), which is read, and was not read itself. To import it, say what its columns are; otherwise say that it is left out. Where the page does not ask for columns, give it the header of the template or delete it from the workbook.',
  },
  'sheet.list-unread': {
    zh: '「{{sheet}}」也是这类名单，约有 {{rows}} 行，因为选了别的表而没有读取。两张表列名相同的可以一起读；不同的，请把这张表另存成一个文件单独导入。确实不导入的，请说明不读。',
    en: '“{{sheet}}” is such a list as well, of about {{rows}} rows, and is not read because another sheet was chosen. Sheets laid out alike can be read together; otherwise save it as a file of its own and import that. If it is not wanted, say that it is left out.',
  },
  'sheet.hidden-sheet': {
    zh: '「{{sheet}}」是隐藏的工作表，没有读取。如果要导入，请取消隐藏、存盘后重新上传。',
    en: '“{{sheet}}” is a hidden sheet and was not read. To import it, unhide it, save and upload again.',
  },
  'sheet.not-chosen': {
    zh: '「{{sheet}}」没有选中，没有读取。',
    en: '“{{sheet}}” was not chosen and was not read.',
  },
  'sheet.rows-passed-over': {
    zh: '「{{sheet}}」第 {{rows}} 行{{what}}，没有当作数据读取。',
    en: 'Rows {{rows}} of “{{sheet}}” {{what}} and were not read as data.',
  },
  'sheet.cell-broken': {
    zh: '「{{label}}」是公式，文件里没有存下结果，或结果是错误值。请用 Excel 或 WPS 打开、保存后再上传；仍是错误值的，请改填实际内容。',
    en: '“{{label}}” is a formula whose result the file does not hold, or an error. Open the file in Excel or WPS, save it and upload again; if it still shows an error, enter the content itself.',
  },
  'sheet.digits-lost': {
    zh: '「{{label}}」被表格软件当成了数值，末尾几位已丢失。请把该列设为“文本”，重新填写。',
    en: 'A spreadsheet took “{{label}}” for a quantity and lost its last digits. Format the column as text and enter it again.',
  },
  'sheet.ends-in-zeros': {
    zh: '「{{label}}」第 15 位以后全是 0，可能被表格软件截断过。请核对原件。',
    en: '“{{label}}” is all zeros after its 15th digit; a spreadsheet may have cut it. Check the original.',
  },
  'sheet.from-formula': {
    zh: '「{{label}}」列有 {{count}} 格是公式（{{cells}}），按表格里存的结果读取，如“{{text}}”。请核对；不对的，改成文字再上传。',
    en: '“{{label}}” holds {{count}} formulas ({{cells}}), read as the results the sheet holds, such as “{{text}}”. Check them; where one is wrong, write the text and upload again.',
  },
  'sheet.day-as-number': {
    zh: '「{{label}}」是数字 {{text}}，可能是日期 {{day}}。请改成日期再上传。',
    en: '“{{label}}” is the number {{text}}, perhaps the day {{day}}. Write it as a date and upload again.',
  },
  'sheet.turned-into-day': {
    zh: '「{{label}}」被表格软件变成了日期 {{text}}。请把该列设为“文本”，重新填写。',
    en: 'A spreadsheet turned “{{label}}” into the day {{text}}. Format the column as text and enter it again.',
  },
  'sheet.no-rows': {
    zh: '「{{sheet}}」表头下面没有数据。请填写后再上传。',
    en: 'There is no data under the header of “{{sheet}}”. Fill it in and upload again.',
  },
} satisfies Words

/** What a file really is, for `sheet.not-workbook`. */
export const fileKindWords = {
  pdf: { zh: ' PDF 文档', en: 'a PDF document' },
  'web-archive': { zh: '单个网页文件（MHT）', en: 'a web archive (MHT)' },
  picture: { zh: '图片', en: 'a picture' },
  archive: { zh: '压缩包（请先解压）', en: 'an archive (unpack it first)' },
  word: { zh: ' Word 文档', en: 'a Word document' },
  slides: { zh: ' PowerPoint 文档', en: 'a PowerPoint presentation' },
  opendocument: { zh: ' ODS 等开放文档格式', en: 'an OpenDocument file such as .ods' },
  'binary-workbook': { zh: '二进制工作簿（.xlsb）', en: 'a binary workbook (.xlsb)' },
  'lock-file': {
    zh: ' Office 的临时锁文件（~$ 开头），不是表格本身',
    en: 'an Office lock file (its name starts with ~$), not the workbook itself',
  },
  unknown: { zh: '无法识别的格式', en: 'of a kind not recognised' },
} satisfies Words

/** How a text may be written, by the name people know it. */
export const encodingWords = {
  ascii: { zh: ' ASCII ', en: 'ASCII' },
  'utf-8': { zh: ' UTF-8 ', en: 'UTF-8' },
  gb18030: { zh: ' GBK ', en: 'GBK' },
  'utf-16le': { zh: ' UTF-16 ', en: 'UTF-16' },
  'utf-16be': { zh: ' UTF-16（大端）', en: 'UTF-16 (big-endian)' },
} satisfies Words

export const delimiterWords = {
  '\t': { zh: '制表符', en: 'tabs' },
  ',': { zh: '逗号', en: 'commas' },
  ';': { zh: '分号', en: 'semicolons' },
  '，': { zh: '全角逗号', en: 'full-width commas' },
  '|': { zh: '竖线', en: 'bars' },
} satisfies Words

/** What a table without a name is called; the next ones count on. */
export const textSheetName = '表1'

/** What rows below a header are that hold no data, for `sheet.rows-passed-over`. */
export const skippedRowWords = {
  'header-again': { zh: '是重复的表头', en: 'repeat the header' },
  'column-numbers': { zh: '是列号', en: 'number the columns' },
  total: { zh: '是合计', en: 'are totals' },
  footer: { zh: '是落款或说明', en: 'are signatures or notes' },
  unfilled: { zh: '只有序号', en: 'hold a running number alone' },
  unread: { zh: '在要读的各列里都没有内容', en: 'hold nothing in the columns that are read' },
} satisfies Words

/** Where a damaged file breaks, for `sheet.damaged`. */
export const damageWords = {
  truncated: {
    zh: '文件尾部缺失，多半没有传完',
    en: 'its end is missing, probably an upload or copy that broke off',
  },
  directory: { zh: '内部目录有误', en: 'its internal directory is wrong' },
  content: { zh: '内部数据校验不符', en: 'its content fails its checksum' },
  compression: { zh: '压缩方式不支持', en: 'its compression is not supported' },
  part: { zh: '缺少必要的组成部分', en: 'a necessary part is missing' },
  structure: {
    zh: '内部结构错乱，无法读完',
    en: 'its structure leads nowhere and cannot be read to its end',
  },
  markup: { zh: '内部格式有误', en: 'its markup is wrong' },
} satisfies Words

/** Text inside the workbooks we hand out. */
export const workbookWords = {
  example: { zh: '示例', en: 'Example' },
  instructions: { zh: '填写说明', en: 'Instructions' },
  options: { zh: '选项', en: 'Options' },
  'instructions.column': { zh: '列名', en: 'Column' },
  'instructions.required': { zh: '是否必填', en: 'Required' },
  'instructions.format': { zh: '填写格式', en: 'Format' },
  'instructions.options': { zh: '可选内容', en: 'Choices' },
  'instructions.note': { zh: '说明', en: 'Note' },
  'instructions.example': { zh: '例子', en: 'Example' },
  'instructions.general': {
    zh: '一行填一条。带 * 的列必填。不要合并单元格，不要改列名，可以调整列的顺序。',
    en: 'One row each. Columns with * are required. Do not merge cells or rename columns; their order may change.',
  },
  'instructions.example-row': {
    zh: '从示例行下面开始填；示例行可留可删，导入时会跳过。',
    en: 'Fill in below the example row; it may stay and is passed over.',
  },
  yes: { zh: '必填', en: 'Required' },
  no: { zh: '选填', en: 'Optional' },
  'kind.text': { zh: '文本', en: 'Text' },
  'kind.number': { zh: '数字', en: 'Number' },
  'kind.day': { zh: '日期，如 2023-08-15', en: 'Date, as 2023-08-15' },
  'kind.choice': { zh: '从下拉列表中选', en: 'Choose from the list' },
  'choice.title': { zh: '请从列表中选择', en: 'Choose from the list' },
  'choice.error': { zh: '这一格只能填列表中的内容。', en: 'Only entries of the list can be used here.' },
  problem: { zh: '问题', en: 'Problems' },
  summary: { zh: '问题汇总', en: 'Problem summary' },
  'summary.sheet': { zh: '工作表', en: 'Sheet' },
  'summary.row': { zh: '行', en: 'Row' },
  'summary.column': { zh: '列', en: 'Column' },
  'summary.severity': { zh: '类别', en: 'Kind' },
  'summary.words': { zh: '问题和处理办法', en: 'Problem and remedy' },
  'summary.head': {
    zh: '共 {{errors}} 处错误，{{warnings}} 处提醒。请在原表标红处修改，存盘后重新上传；本页和「问题」列会自动跳过。',
    en: '{{errors}} errors and {{warnings}} warnings. Correct the marked cells, save and upload again; this sheet and the problem column are passed over.',
  },
  'summary.more': {
    zh: '还有 {{more}} 条没有列出，请先改好以上各条再上传。',
    en: '{{more}} more are not listed; correct these first and upload again.',
  },
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '提醒', en: 'Warning' },
} satisfies Words
