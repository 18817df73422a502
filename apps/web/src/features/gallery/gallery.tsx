/** /dev/ui: every piece of ui/ in light, dark, large and with long words. Its words are specimens; nothing here is data. */
import { useEffect, useState } from "react";
import { getPreferences, setPreferences } from "../../app/theme/preferences.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { CaseBar } from "../../ui/case-bar.tsx";
import { Chart } from "../../ui/chart.tsx";
import { confirm } from "../../ui/dialog.tsx";
import { Due, Elapsed } from "../../ui/due.tsx";
import { Evidence } from "../../ui/evidence.tsx";
import { Checkbox, Choices, Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { HexFrame } from "../../ui/hex-frame.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Figure, meaningIcon, Risk, Signal, StateDot, Tag, TargetBar } from "../../ui/meaning.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { ChangedByOther, Loading, StaleLine, StateBlock } from "../../ui/state-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Timeline } from "../../ui/timeline.tsx";
import { toast } from "../../ui/toast.tsx";
import { frameSpecimen, glyphs, longName, minutesFromNow, stepsSpecimen, timelineSpecimen } from "./specimens.ts";

type Look = "light" | "dark";
type Size = "100" | "200";

export default function Gallery() {
  const [look, setLook] = useState<Look>(getPreferences().theme === "dark" ? "dark" : "light");
  const [size, setSize] = useState<Size>("100");
  const [tab, setTab] = useState<"a" | "b">("a");
  useEffect(() => setPreferences({ theme: look }), [look]);
  return (
    <main style={{ padding: 16, zoom: size === "200" ? 2 : 1 }}>
      <div className="row row-wide" style={{ marginBottom: 12 }}>
        <h1 style={{ fontSize: 18 }}>ui/</h1>
        <Segments
          label="look"
          items={[
            { key: "light", label: "亮" },
            { key: "dark", label: "暗" },
          ]}
          value={look}
          onChange={setLook}
        />
        <Segments
          solid
          label="size"
          items={[
            { key: "100", label: "100 %" },
            { key: "200", label: "200 %" },
          ]}
          value={size}
          onChange={setSize}
        />
      </div>
      <div style={{ display: "grid", gap: 12, gridTemplateColumns: "repeat(auto-fill, minmax(min(420px, 100%), 1fr))" }}>
        <Panel title="Button" aside="Segments, Tabs" end="一个主按钮">
          <div className="row" style={{ flexWrap: "wrap" }}>
            <Button kind="primary">派检查</Button>
            <Button icon="upload">导入</Button>
            <Button kind="fire" icon="flame">
              真实火警
            </Button>
            <Button kind="text">更多条件</Button>
            <Button reason="还没有复查记录">销号</Button>
            <Button size="large">下载错误行</Button>
            <Button onClick={() => toast.done("已派给 林晓东，3月20日前", () => undefined)}>toast</Button>
            <Button onClick={() => void confirm({ title: "注销 东风商厦", text: longName, verb: "注销" })}>confirm</Button>
          </div>
          <Tabs
            label="tabs"
            items={[
              { key: "a", label: "全部", count: 684 },
              { key: "b", label: "重点单位", count: 46 },
            ]}
            value={tab}
            onChange={setTab}
          />
        </Panel>
        <Panel title="Signal" aside="StateDot, Tag, Risk, Due">
          <div className="row" style={{ flexWrap: "wrap" }}>
            {(["fire", "supervise", "linkage", "fault", "shield", "offline", "test", "ok", "overdue", "soon", "met"] as const).map(
              (meaning) => (
                <Signal key={meaning} meaning={meaning} />
              ),
            )}
            <Signal meaning="fire" solid>
              火警核警中
            </Signal>
            <StateDot meaning="ok">在线</StateDot>
            <StateDot meaning="offline" />
            <StateDot meaning="fault" />
            <Tag>重点单位</Tag>
            {([4, 3, 2, 1] as const).map((grade) => (
              <Risk key={grade} grade={grade} value={grade * 20 + 1} />
            ))}
          </div>
          <p className="row row-wide">
            <Due at={minutesFromNow(35)} /> <Due at={minutesFromNow(60 * 30)} /> <Due at={minutesFromNow(60 * 24 * 9)} />{" "}
            <Due at={minutesFromNow(-60 * 72)} /> <Elapsed since={minutesFromNow(-2)} />
          </p>
        </Panel>
        <Panel title="Figure" end="较上月">
          <div style={{ display: "grid", gridTemplateColumns: "1fr 1fr", gap: 12 }}>
            <Figure
              label="未销号隐患"
              value={142}
              unit="处"
              change={{ value: "11", direction: "down", good: true }}
              spark={[5, 4, 4, 3, 2]}
              href="/dev/ui"
            />
            <Figure label="按期整改率" value="95.3%" change={{ value: "1.2", direction: "up", good: true }} />
            <Figure label="不适用" value={null} size="m" note="没有分母" />
            <Figure label={longName} value={1286} size="l" meaning="overdue" />
          </div>
          <TargetBar value={72} target={90} />
        </Panel>
        <Panel title="CaseBar">
          <CaseBar meaning="fire" steps={stepsSpecimen} />
        </Panel>
        <Panel title="Timeline" scroll>
          <Timeline entries={timelineSpecimen} seconds filter />
        </Panel>
        <Panel title="Evidence">
          <Evidence
            groups={[
              { stage: "整改前", items: [{ kind: "file", id: "1", label: longName, href: "/favicon.svg", thumb: "/favicon.svg" }] },
              { stage: "整改后", items: [{ kind: "missing", label: "现场照片 1 张" }] },
            ]}
          />
        </Panel>
        <Panel title="Field">
          <div className="col" style={{ gap: 10 }}>
            <Field label="单位名称" help="与营业执照一致">
              {(ids) => <Input {...ids} defaultValue={longName} />}
            </Field>
            <Field label="营业面积" optional error="超出范围（0–1,000,000）">
              {(ids) => <Input {...ids} unit="㎡" defaultValue="-3" />}
            </Field>
            <Field label="类别">{(ids) => <Select {...ids} options={[{ value: "a", label: "商场" }]} empty="未填" />}</Field>
            <Choices
              label="类型"
              options={[
                { value: "a", label: "整数" },
                { value: "b", label: "是否" },
              ]}
              value={["a"]}
              onChange={() => undefined}
            />
            <TextArea aria-label="备注" placeholder="控制室答复、现场情况" />
            <Checkbox label="必填" defaultChecked />
          </div>
        </Panel>
        <Panel title="StateBlock" flush>
          <StateBlock kind="empty" title="没有未销号隐患" actions={<Button kind="primary">登记隐患</Button>}>
            荷花街道本月发现 23 处，已全部销号
          </StateBlock>
        </Panel>
        <Panel title="StateBlock" flush>
          <StateBlock
            kind="filtered"
            title="没有符合条件的隐患"
            actions={
              <>
                <Button kind="primary">去掉“高层”</Button>
                <Button>清空条件</Button>
              </>
            }
          >
            {longName}
          </StateBlock>
        </Panel>
        <Panel title="StateBlock" flush>
          <StateBlock kind="broken" title="趋势没有取到" actions={<Button kind="primary">重试</Button>}>
            统计服务没有应答，其余内容不受影响
          </StateBlock>
        </Panel>
        <Panel title="StateBlock" flush>
          <StateBlock kind="locked" title="看不了这份台账">
            含住址等个人信息，只对街道专管员开放
          </StateBlock>
        </Panel>
        <Panel title="Loading" flush>
          <Loading />
        </Panel>
        <Panel title="ChangedByOther">
          <ChangedByOther
            by="吴志刚"
            at="14:30"
            differences="期限：他改为 3月25日，你填 3月31日"
            onMine={() => undefined}
            onTheirs={() => undefined}
          />
          <StaleLine time="14:28" tries={2} onRetry={() => undefined} />
        </Panel>
        <Panel title="Chart" end="近 12 个月">
          <Chart
            title="隐患"
            kind="line"
            categories={["1月", "2月", "3月", "4月"]}
            series={[
              { name: "销号", values: [30, 42, 38, 41] },
              { name: "发现", values: [38, 44, 33, 31] },
            ]}
            height={160}
          />
          <Chart
            title="警情"
            kind="columns"
            categories={["0 时", "4 时", "8 时"]}
            series={[{ name: "火警", values: [1, 3, 6] }]}
            unit="次"
            height={120}
          />
          <Chart
            title="县（市、区）"
            kind="bars"
            categories={["衢江区", "开化县"]}
            series={[{ name: "得分", values: [92.4, 91.8] }]}
            height={90}
          />
        </Panel>
        <Panel title="Facts">
          <Facts
            items={[
              ["类别", "商场（公众聚集场所）"],
              ["责任人", longName],
              ["维保", "—"],
            ]}
          />
        </Panel>
        <Panel title="Icon">
          <div className="row row-wide" style={{ flexWrap: "wrap" }}>
            {[...new Set([...Object.values(meaningIcon), ...glyphs])].map((name) => (
              <Icon key={name} name={name} size={20} label={name} />
            ))}
          </div>
        </Panel>
      </div>
      <Panel title="HexFrame" flush className="gallery-wide">
        <HexFrame {...frameSpecimen} />
      </Panel>
    </main>
  );
}
