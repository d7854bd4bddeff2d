import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Account,
  accounts,
  growsByCredit,
  type JournalKind,
  journalKinds,
  movesOf,
  transfersOf,
} from './accounts.ts'

const budget: readonly Account[] = ['appropriation', 'available', 'reserved', 'used']

interface Open {
  /** Approved and not paid. */
  claims: number[]
  batches: number[]
  paid: number[]
  recoveries: number[]
}

class Fund {
  readonly balances = new Map<Account, number>(accounts.map((account) => [account, 0]))
  readonly open: Open = { claims: [], batches: [], paid: [], recoveries: [] }
  of = (account: Account) => Math.abs(this.balances.get(account) ?? 0)

  book(kind: JournalKind, amountFen: number): void {
    for (const [account, moved] of movesOf(kind, amountFen))
      this.balances.set(account, (this.balances.get(account) ?? 0) + moved)
  }

  /** What the acts do, each only where its rules let it. */
  step(action: number, amountFen: number): void {
    const { claims, batches, paid, recoveries } = this.open
    switch (action) {
      case 0:
        return this.book('budget-raised', amountFen)
      case 1:
        if (this.of('available') >= amountFen) this.book('budget-lowered', amountFen)
        return
      case 2:
        return this.book('money-received', amountFen)
      case 3:
        if (this.of('bank') >= amountFen) this.book('receipt-reversed', amountFen)
        return
      case 4:
        if (this.of('available') < amountFen) return
        claims.push(amountFen)
        return this.book('claim-approved', amountFen)
      case 5: {
        const [claim] = claims
        if (claim === undefined || this.of('bank') < claim) return
        claims.shift()
        paid.push(claim)
        return this.book('claim-paid', claim)
      }
      case 6: {
        const claim = claims.pop()
        return claim === undefined ? undefined : this.book('claim-returned', claim)
      }
      case 7:
        if (this.of('available') < amountFen || this.of('bank') < amountFen) return
        batches.push(amountFen)
        return this.book('batch-frozen', amountFen)
      case 8: {
        const batch = batches.shift()
        if (batch === undefined) return
        paid.push(batch)
        return this.book('batch-paid', batch)
      }
      case 9: {
        const batch = batches.shift()
        return batch === undefined ? undefined : this.book('payment-failed', batch)
      }
      case 14: {
        const back = paid.pop()
        return back === undefined ? undefined : this.book('payment-came-back', back)
      }
      case 10: {
        const owed = paid.pop()
        if (owed === undefined) return
        recoveries.push(owed)
        return this.book('recovery-opened', owed)
      }
      case 11: {
        const owed = recoveries.pop()
        return owed === undefined ? undefined : this.book('recovery-lifted', owed)
      }
      default: {
        const owed = recoveries.pop()
        if (owed === undefined) return
        const part = Math.min(owed, amountFen)
        if (owed > part) recoveries.push(owed - part)
        return this.book(action === 12 ? 'recovery-repaid' : 'recovery-relieved', part)
      }
    }
  }
}

describe('the chart of accounts', () => {
  it('moves budget and money apart, and every journal is as much debit as credit', () => {
    for (const kind of journalKinds) {
      for (const [debit, credit] of transfersOf(kind))
        expect(budget.includes(debit), `${kind}: ${debit} and ${credit}`).toBe(budget.includes(credit))
      expect([...movesOf(kind, 7).values()].reduce((sum, moved) => sum + moved, 0)).toBe(0)
    }
  })

  it('never leaves an account on its wrong side, whatever happens in whatever order', () => {
    const step = fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 1, max: 1000 }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const fund = new Fund()
        for (const [action, amountFen] of steps) {
          fund.step(action, amountFen)
          let sum = 0
          for (const [account, amount] of fund.balances) {
            sum += amount
            if (growsByCredit(account) ? amount > 0 : amount < 0)
              throw new Error(`${account} stands at ${amount} after ${action}`)
          }
          if (sum !== 0) throw new Error('The trial balance does not balance.')
          const { claims, batches, recoveries } = fund.open
          const total = (of: readonly number[]) => of.reduce((all, one) => all + one, 0)
          if (fund.of('reserved') !== total(claims) + total(batches)) throw new Error('reserved')
          if (fund.of('payable') !== total(claims) + total(batches)) throw new Error('payable')
          if (fund.of('in-transit') !== total(batches)) throw new Error('in transit')
          if (fund.of('receivable') !== total(recoveries)) throw new Error('receivable')
          if (fund.of('appropriation') !== fund.of('available') + fund.of('reserved') + fund.of('used'))
            throw new Error('budget')
          // What came in lies in the bank, is on its way, or was paid and not come back.
          if (fund.of('source') !== fund.of('bank') + fund.of('in-transit') + fund.of('used'))
            throw new Error('money')
        }
      }),
      { numRuns: 20_000 },
    )
  })
})
