import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const longest = 600

/**
 * What failed in a report of vitest, each as its file, its name and the beginning of what it said: for the end of the
 * run, which is all that is kept of a long one.
 * @param {{ testResults: { name: string, status: string, message?: string, assertionResults: { status: string, fullName: string, failureMessages?: string[] }[] }[] }} report
 * @param {string} root
 * @returns {string[]}
 */
export function failuresIn({ testResults }, root) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name)
    const failed = assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && status === 'failed') return [`${file}\n${shortened(message ?? '')}`]
    return failed.map(
      ({ fullName, failureMessages = [] }) =>
        `${file} > ${fullName}\n${shortened(failureMessages.join('\n'))}`,
    )
  })
}

function shortened(text) {
  const plain = stripVTControlCharacters(text).trim()
  const cut = plain.length > longest ? `${plain.slice(0, longest)} …` : plain
  return cut.replaceAll(/^/gm, '    ')
}
