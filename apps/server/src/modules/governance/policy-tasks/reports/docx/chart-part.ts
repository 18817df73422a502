/**
 * A chart as Word draws it: DrawingML (ECMA-376 part 1, 21.2) with its values beside it, so it stays a chart that can be restyled and needs no
 * picture and no workbook. The order of elements is the schema's; Word refuses a file that has another.
 */
import type { Chart, ChartSeries } from "./blocks.ts";
import { escaped, XML } from "./xml.ts";

const text = (size: number): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>`;
const column = (index: number): string => String.fromCharCode("B".charCodeAt(0) + index);

function strings(formula: string, values: readonly string[]): string {
  const points = values.map((value, index) => `<c:pt idx="${index}"><c:v>${escaped(value)}</c:v></c:pt>`).join("");
  return `<c:strRef><c:f>${formula}</c:f><c:strCache><c:ptCount val="${values.length}"/>${points}</c:strCache></c:strRef>`;
}
function numbers(formula: string, values: readonly (number | null)[]): string {
  const points = values.map((value, index) => (value === null ? "" : `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`)).join("");
  return `<c:numRef><c:f>${formula}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>${points}</c:numCache></c:numRef>`;
}

/** The cells the formulas name are those a workbook would have: categories in A, one series a column from B. */
function seriesXml(series: ChartSeries, index: number, { categories, kind }: Chart): string {
  const last = categories.length + 1;
  const of = column(index);
  const line = `<a:ln w="28575" cap="rnd"><a:solidFill><a:srgbClr val="${series.colour}"/></a:solidFill><a:round/></a:ln>`;
  const look = kind === "line" ? line : `<a:solidFill><a:srgbClr val="${series.colour}"/></a:solidFill>`;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx>${strings(`Sheet1!$${of}$1`, [series.name])}</c:tx><c:spPr>${look}</c:spPr>${
    kind === "line" ? '<c:marker><c:symbol val="none"/></c:marker>' : '<c:invertIfNegative val="0"/>'
  }<c:cat>${strings(`Sheet1!$A$2:$A$${last}`, categories)}</c:cat><c:val>${numbers(`Sheet1!$${of}$2:$${of}$${last}`, series.values)}</c:val>${
    kind === "line" ? '<c:smooth val="0"/>' : ""
  }</c:ser>`;
}

const hair = (colour: string): string => `<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`;

function axes({ kind, unit }: Chart): string {
  const flat = kind === "stacked";
  const unitTitle = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="900" b="0"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="900" b="0"/><a:t>${escaped(unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  return (
    `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="${flat ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${flat ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${hair("C6CDD6")}${text(900)}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>${flat ? '<c:min val="0"/>' : ""}</c:scaling><c:delete val="0"/>` +
    `<c:axPos val="${flat ? "b" : "l"}"/><c:majorGridlines>${hair("E2E6EB")}</c:majorGridlines>${unitTitle}<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${hair("FFFFFF")}${text(900)}<c:crossAx val="1001"/><c:crosses val="${flat ? "max" : "autoZero"}"/><c:crossBetween val="between"/></c:valAx>`
  );
}

export function chartPart(chart: Chart): string {
  const series = chart.series.map((each, index) => seriesXml(each, index, chart)).join("");
  const plot =
    chart.kind === "stacked"
      ? `<c:barChart><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>${series}<c:gapWidth val="60"/><c:overlap val="100"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>`
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>`;
  const title = `<c:title><c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="zh-CN" sz="1200" b="1"/><a:t>${escaped(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`;
  return (
    `${XML}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
    `<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart>${title}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${plot}${axes(chart)}</c:plotArea>` +
    `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${text(900)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
  );
}
