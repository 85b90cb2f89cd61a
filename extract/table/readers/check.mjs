// Reads what sitrep wrote as Parquet with DuckDB and with hyparquet, which share
// no code with each other or with the writer, and compares every cell.
//
//	node check.mjs TABLE.csv TABLE.parquet RECORDS.jsonl NESTED.parquet
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { DuckDBInstance } from '@duckdb/node-api'
import { parquetReadObjects } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'

const [table, columns, records, nested] = process.argv.slice(2)
const duckdb = await (await DuckDBInstance.create()).connect()

// readers return the rows of a file as objects.
const readers = {
  duckdb: async path => (await duckdb.runAndReadAll(`SELECT * FROM '${path}'`)).getRowObjectsJson(),
  hyparquet: async path => {
    const bytes = readFileSync(path)
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    return parquetReadObjects({ file, compressors })
  },
}

// cells returns the rows of a CSV file.
function cells(text) {
  const rows = [[]]
  const pattern = /(?:"((?:[^"]|"")*)"|([^,\n]*))(,|\n)/gy
  for (let m; (m = pattern.exec(text));) {
    rows.at(-1).push(m[1] === undefined ? m[2] : m[1].replaceAll('""', '"'))
    if (m[3] === '\n') rows.push([])
  }
  return rows.slice(0, -1)
}

// same reports whether a value is what the cell of the CSV says.
function same(cell, value) {
  if (value === null || value === undefined) return cell === ''
  if (value instanceof Date) return cell === value.toISOString().slice(0, 10)
  if (typeof value === 'number' || typeof value === 'bigint') return cell !== '' && Number(cell) === Number(value)
  return cell === value || (cell !== '' && !Number.isNaN(Number(cell)) && Number(cell) === Number(value))
}

// bare leaves out what JSON leaves out: no value, false, lists and objects without anything.
function bare(v) {
  if (Array.isArray(v)) return v.length ? v.map(bare) : undefined
  if (typeof v === 'bigint') return Number(v)
  if (v === null || v === false || v === '') return undefined
  if (typeof v !== 'object') return v
  const members = Object.entries(v).map(([k, m]) => [k, bare(m)]).filter(([, m]) => m !== undefined)
  return members.length ? Object.fromEntries(members) : undefined
}

// numbers makes numbers of the texts that DuckDB gives for 64-bit integers.
function numbers(got, want) {
  if (typeof want === 'number' && typeof got === 'string') return Number(got)
  if (Array.isArray(got)) return got.map((m, i) => numbers(m, want?.[i]))
  if (got && typeof got === 'object') return Object.fromEntries(Object.entries(got).map(([k, m]) => [k, numbers(m, want?.[k])]))
  return got
}

let compared = 0
let wrong = 0
function differ(...what) {
  if (wrong++ < 20) console.error(...what)
}

const [header, ...rows] = cells(readFileSync(table, 'utf8'))
const wanted = readFileSync(records, 'utf8').trimEnd().split('\n').map(line => bare(JSON.parse(line)))
for (const [name, read] of Object.entries(readers)) {
  const flat = await read(columns)
  if (flat.length !== rows.length) differ(name, columns, flat.length, 'rows, want', rows.length)
  if (!isDeepStrictEqual(Object.keys(flat[0]), header)) differ(name, columns, 'other columns:', Object.keys(flat[0]).join())
  rows.forEach((row, i) => row.forEach((cell, k) => {
    compared++
    const got = flat[i]?.[header[k]]
    if (!same(cell, got)) differ(name, columns, `row ${i}`, header[k], 'is', got, 'want', cell)
  }))
  const whole = await read(nested)
  if (whole.length !== wanted.length) differ(name, nested, whole.length, 'records, want', wanted.length)
  wanted.forEach((want, i) => {
    compared++
    const got = numbers(bare(whole[i]), want)
    if (!isDeepStrictEqual(got, want)) differ(name, nested, `record ${i}`, JSON.stringify(got), 'want', JSON.stringify(want))
  })
}
console.log(`${rows.length} rows of ${header.length} columns, ${wanted.length} nested records, ${Object.keys(readers).join(' and ')}: ${compared} comparisons, ${wrong} differences`)
process.exit(wrong || rows.length === 0 ? 1 : 0)
