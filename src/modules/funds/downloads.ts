import { sql } from 'kysely'
import { z } from 'zod'
import { defineDownload } from '../../kernel/act/define.ts'
import type { ReadDb } from '../../kernel/database/database.ts'
import { isDay } from '../../kernel/dates/day.ts'
import { inCapitals } from '../../kernel/money/in-capitals.ts'
import { yuanText } from '../../kernel/words/yuan-text.ts'
import { workbookType } from '../../kernel/sheets/list-workbook.ts'
import { printedList, signingLine } from '../../kernel/sheets/printed-list.ts'
import type { SheetOut } from '../../kernel/sheets/sheet-xml.ts'
import { bytesOf, writeSheets } from '../../kernel/sheets/write-sheets.ts'
import { tableSheets } from '../../kernel/sheets/write-table.ts'
import type { Account } from './rules/accounts.ts'
import { type ClaimedHome, wholeClaim } from './queries/claims.ts'
import { type AccountedClaim, accountOf } from './queries/lot-account.ts'
import { listJournals, statementOf, trialBalance } from './queries/ledger.ts'
import { accountSums, quantityOf } from './rules/lot-sums.ts'
import { words } from './words.ts'

const day = z.string().refine(isDay, { error: 'YYYY-MM-DD' })

/** The ledger of a period: balances of the accounts, what came and went by fund, and every transfer of every journal. */
const ledgerExport = defineDownload({
  name: 'ledger.export',
  input: z.object({ from: day, to: day, fund: z.uuid().optional() }),
  permission: 'money.read',
  run: async (db, { from, to, fund }, { county }) => ({
    fileName: `资金总账-${from}-${to}.xlsx`,
    mediaType: workbookType,
    body: await bytesOf(writeSheets(ledgerSheets(db, county, { from, to, fund }))),
  }),
})

async function* ledgerSheets(
  db: ReadDb,
  county: number,
  { from, to, fund }: { from: string; to: string; fund: string | undefined },
): AsyncGenerator<SheetOut> {
  const balances = await trialBalance(db, county, { fund, on: to })
  const signatures = ['制表', '复核', '负责人'].map((who) => `${who}：${signingLine}`)
  const period = [`期间：${from} 至 ${to}`, '单位：元']
  yield printedList<(typeof balances)[number]>({
    ...{ name: '科目余额', title: '科目余额表', told: [`截至 ${to}`, '单位：元'], signatures },
    columns: [
      { label: '科目', kind: 'text', width: 22, value: ({ account }) => words[`account.${account}`].zh },
      { label: '借方累计(元)', kind: 'fen', width: 18, sums: true, value: (line) => line.debitFen },
      { label: '贷方累计(元)', kind: 'fen', width: 18, sums: true, value: (line) => line.creditFen },
      {
        ...{ label: '借方余额(元)', kind: 'fen', width: 18, sums: true },
        value: ({ side, balanceFen }) => (side === 'debit' ? balanceFen : null),
      },
      {
        ...{ label: '贷方余额(元)', kind: 'fen', width: 18, sums: true },
        value: ({ side, balanceFen }) => (side === 'credit' ? balanceFen : null),
      },
    ],
    rows: balances,
  })
  const lines = (await statementOf(db, county, { from, to })).filter(
    (line) => fund === undefined || line.fund === fund,
  )
  yield printedList<(typeof lines)[number]>({
    ...{ name: '收支报表', title: '清洁取暖资金收支报表', told: period, signatures },
    columns: [
      { label: '资金', kind: 'text', width: 28, value: (line) => line.name },
      { label: '来源', kind: 'text', value: ({ source }) => words[`fund-source.${source}`].zh },
      { label: '用途', kind: 'text', width: 30, value: ({ purpose }) => words[`fund-purpose.${purpose}`].zh },
      { label: '期初(元)', kind: 'fen', width: 18, sums: true, value: (line) => line.openingFen },
      { label: '拨入(元)', kind: 'fen', width: 18, sums: true, value: (line) => line.receivedFen },
      { label: '支付(元)', kind: 'fen', width: 18, sums: true, value: (line) => line.paidFen },
      { label: '追缴收回(元)', kind: 'fen', width: 18, sums: true, value: (line) => line.returnedFen },
      { label: '期末(元)', kind: 'fen', width: 18, sums: true, value: (line) => line.closingFen },
    ],
    rows: lines,
  })
  const journals = await listJournals(db, county, { fund, from, to })
  const transfers = await transfersOfJournals(
    db,
    county,
    journals.map(({ id }) => id),
  )
  yield* tableSheets({
    name: '记账凭证',
    columns: [
      { label: '日期', kind: 'day', value: ({ journal }) => journal.bookedOn },
      { label: '资金', kind: 'text', width: 28, value: ({ journal }) => journal.fundName },
      { label: '事项', kind: 'text', width: 18, value: ({ journal }) => words[`journal.${journal.kind}`].zh },
      { label: '编号', kind: 'number', value: ({ journal }) => journal.number },
      { label: '单位', kind: 'text', width: 28, value: ({ journal }) => journal.party },
      { label: '借方科目', kind: 'text', width: 18, value: ({ debit }) => words[`account.${debit}`].zh },
      { label: '贷方科目', kind: 'text', width: 18, value: ({ credit }) => words[`account.${credit}`].zh },
      { label: '金额(元)', kind: 'fen', width: 18, value: ({ amountFen }) => amountFen },
      { label: '经办人', kind: 'text', value: ({ journal }) => journal.by },
      { label: '凭证号', kind: 'text', width: 38, value: ({ journal }) => journal.id },
      { label: '业务记录号', kind: 'text', width: 38, value: ({ journal }) => journal.act },
    ],
    rows: journals.flatMap((journal) =>
      (transfers.get(journal.id) ?? []).map(({ debit, credit, amountFen }) => ({
        journal,
        debit,
        credit,
        amountFen,
      })),
    ),
  })
}

async function transfersOfJournals(db: ReadDb, county: number, journals: readonly string[]) {
  const { rows } = await sql<{ journal: string; debit: Account; credit: Account; amountFen: number }>`
    select journal, debit, credit, amount_fen as "amountFen" from ledger_transfer
     where county = ${county} and journal = any(${[...journals]}::uuid[]) order by journal, position`.execute(
    db,
  )
  const found = new Map<string, typeof rows>()
  for (const row of rows) found.set(row.journal, [...(found.get(row.journal) ?? []), row])
  return found
}

/** 结算申报表: a claim as it is filed, every home with its quantity and amount, the sum, and who did which step when. */
const claimSheet = defineDownload({
  name: 'claim.sheet',
  input: z.object({ claim: z.uuid() }),
  permission: 'claim.read',
  run: async (db, { claim: id }, context) => {
    const { claim, lines } = await wholeClaim(db, context, id)
    const isBuilding = claim.lot.line === 'building'
    const step = (label: string, key: keyof typeof claim.steps) => {
      const done = claim.steps[key]
      return `${label}：${done ? `${done.by ?? ''} ${done.on}` : signingLine}`
    }
    return {
      fileName: `结算申报表-第${claim.number}号.xlsx`,
      mediaType: workbookType,
      body: await bytesOf(
        writeSheets([
          printedList<ClaimedHome>({
            name: `第${claim.number}号`,
            title: `清洁取暖补贴结算申报表（第 ${claim.number} 号）`,
            told: [
              `施工单位：${claim.contractor}　标段：${claim.lot.name}`,
              `状态：${words[`claim-state.${claim.state}`].zh}　资金：${(claim.fund && claim.fund.name) || '—'}　付款凭证号：${claim.bankReference ?? '—'}`,
            ],
            columns: [
              { label: '镇街', kind: 'text', value: (line) => line.townName },
              { label: '村居', kind: 'text', value: (line) => line.villageName },
              { label: '序号', kind: 'number', width: 8, value: (line) => line.sequence },
              { label: '户主', kind: 'text', width: 12, value: (line) => line.householder },
              { label: '验收日期', kind: 'day', width: 12, value: (line) => line.acceptedOn },
              isBuilding
                ? { label: '面积(m²)', kind: 'number', width: 12, sums: true, value: (line) => line.areaM2 }
                : { label: '台数', kind: 'number', width: 8, sums: true, value: (line) => line.units },
              { label: '补贴(元)', kind: 'fen', width: 16, sums: true, value: (line) => line.subsidyFen },
            ],
            rows: lines,
            notes: [
              `补贴合计（大写）：${inCapitals(lines.reduce((sum, line) => sum + line.subsidyFen, 0))}`,
              ...claim.deductions
                .filter(({ struckReason }) => struckReason === null)
                .map(
                  ({ kind, amountFen, reason }) =>
                    `扣款 ${yuanText(amountFen)} 元（${words[`choice.kind.${kind}`].zh}）：${reason}`,
                ),
              ...(claim.retainedFen > 0
                ? [
                    `质保金 ${yuanText(claim.retainedFen)} 元${claim.releaseOn ? `，${claim.releaseOn} 起可支付` : ''}`,
                  ]
                : []),
              ...(claim.deductedFen + claim.retainedFen > 0
                ? [
                    `本次支付（大写）：${inCapitals(claim.totalFen - claim.deductedFen - claim.retainedFen)}（${yuanText(claim.totalFen - claim.deductedFen - claim.retainedFen)} 元）`,
                  ]
                : []),
              '每户金额的计算公式和依据见系统内该结算页；本表由系统按登记数据生成。',
            ],
            signatures: [
              step('申报', 'submitted'),
              step('复核', 'reviewed'),
              step('批准', 'approved'),
              step('付款', 'paid'),
            ],
          }),
        ]),
      ),
    }
  },
})

/** 竣工结算表: every claim of a lot, what was taken off, kept and paid, beside what the contract ordered (§4.2). */
const lotAccountSheet = defineDownload({
  name: 'lot.account-sheet',
  input: z.object({ lot: z.uuid() }),
  permission: 'claim.read',
  run: async (db, { lot: id }, context) => {
    const account = await accountOf(db, context, id)
    const { lot, terms, closing } = account
    const sums = accountSums(account)
    const unit = lot.line === 'heating' ? '台' : 'm²'
    return {
      fileName: `竣工结算表-${lot.code}.xlsx`,
      mediaType: workbookType,
      body: await bytesOf(
        writeSheets([
          printedList<AccountedClaim>({
            name: '竣工结算表',
            title: `清洁取暖工程竣工结算表（${lot.code} ${lot.name}）`,
            told: [
              `施工单位：${account.contractor}　合同：${terms ? `${terms.number}，总价 ${yuanText(terms.sumFen)} 元` : '未登记'}　截至：${context.today}`,
              `合同数量：${terms ? `${terms.centiOrdered / 100} ${unit}` : '—'}　已验收：${account.accepted} ${unit}　已申请结算：${sums.quantity} ${unit}　可结算而未申请：${account.unclaimed} 户`,
            ],
            columns: [
              { label: '结算号', kind: 'number', width: 8, value: ({ number }) => number },
              {
                label: '状态',
                kind: 'text',
                width: 10,
                value: ({ state }) => words[`claim-state.${state}`].zh,
              },
              { label: '户数', kind: 'number', width: 8, sums: true, value: ({ homes }) => homes },
              {
                ...{ label: `数量(${unit})`, kind: 'number', width: 10, sums: true },
                value: (claim) => quantityOf(lot.line, claim),
              },
              { label: '结算金额(元)', kind: 'fen', width: 16, sums: true, value: (claim) => claim.totalFen },
              { label: '扣款(元)', kind: 'fen', width: 14, sums: true, value: (claim) => claim.deductedFen },
              {
                label: '质保金(元)',
                kind: 'fen',
                width: 14,
                sums: true,
                value: (claim) => claim.retainedFen,
              },
              { label: '质保金支付日', kind: 'day', width: 12, value: (claim) => claim.releasedOn },
              { label: '已支付(元)', kind: 'fen', width: 16, sums: true, value: (claim) => claim.paidFen },
            ],
            rows: account.claims,
            notes: [
              `已支付（大写）：${inCapitals(sums.paidFen)}`,
              `质保金未付 ${yuanText(sums.keptFen)} 元，结算中未支付 ${yuanText(sums.unpaidFen)} 元。`,
              ...(closing
                ? [
                    `${closing.closedOn} 决算定案，审定金额 ${yuanText(closing.auditedFen)} 元：${closing.remark}`,
                  ]
                : []),
            ],
            signatures: ['施工单位', '监理单位', '住建局', '财政局'].map((who) => `${who}：${signingLine}`),
          }),
        ]),
      ),
    }
  },
})

export const downloads = [claimSheet, lotAccountSheet, ledgerExport] as const
