import { expect, it } from 'vitest'
import { fileNameOf } from './download.ts'

it('fileNameOf prefers the form in which Chinese names travel', () => {
  const name = '确户台账.xlsx'
  expect(fileNameOf(`attachment; filename="list.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`)).toBe(
    name,
  )
  expect(fileNameOf('attachment; filename="list 1.xlsx"')).toBe('list 1.xlsx')
  expect(fileNameOf('attachment; filename=list.xlsx')).toBe('list.xlsx')
  expect(fileNameOf("attachment; filename*=UTF-8''%E0%A4%A")).toBeUndefined()
  expect(fileNameOf(null)).toBeUndefined()
})
