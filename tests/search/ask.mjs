// Asks a question as people do: opens the page of results in Chromium, and reads what it shows.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

/** Builds a site. */
export function build(program, root, folder, baseUrl) {
  execFileSync(program, ['build', '--root', root, '--output', folder, '--base-url', baseUrl, '--lang', 'en', '--quiet'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return folder
}

/** What the page of results shows of a query: how many there are, and the first ten, each with its path from the site's root. */
export async function ask(page, base, query, lang = 'th', type = '') {
  const folder = lang === 'th' ? '' : `${lang}/`
  await page.goto(`${base}${folder}search/?${new URLSearchParams({ q: query, ...(type && { type }) })}`)
  await page.waitForFunction((asked) => {
    const { dataset, ariaBusy } = document.getElementById('results')
    return dataset.query === asked && ariaBusy === 'false'
  }, query)
  return page.evaluate((root) => ({
    total: Number(document.getElementById('results').dataset.total),
    status: document.getElementById('found').textContent,
    results: [...document.querySelectorAll('#results > [data-result]')].map((it) => ({
      path: decodeURIComponent(it.querySelector('h2 a').href.slice(root.length - 1)),
      title: it.querySelector('h2').textContent,
      isNear: 'near' in it.dataset,
    })),
  }), base)
}

/** Bytes of a file as a host sends it: compressed where that makes it smaller. */
export function sent(file) {
  const bytes = readFileSync(file)
  return Math.min(bytes.length, gzipSync(bytes, { level: 9 }).length)
}
