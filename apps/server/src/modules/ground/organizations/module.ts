/** 组织机构: the tree of the city, its organs and their posts. */
import { defineModule } from "#platform/module.ts";
import { AREAS_TOPIC, carryOutJob, startConfirmed, sweepJob } from "./adjustment/carry-out.ts";
import { seedAdjustment } from "./adjustment/demo-seed.ts";
import { adjustmentMessages } from "./adjustment/messages.ts";
import { APPROVE, adjustmentRoutes, PREPARE, READ_ADJUSTMENTS } from "./adjustment/routes.ts";
import { listAreasRoute, listBoundariesRoute, searchAreasRoute, showAreaRoute } from "./areas.ts";
import { boundaryMessages } from "./domain/boundary.ts";
import { english } from "./english.ts";
import { importBoundaryRoute } from "./import-boundary.ts";
import { organ } from "./organ.ts";
import { post } from "./post.ts";
import { publicCityRoute } from "./public-city.ts";
import { seedOrganizations } from "./seed.ts";

const reader = ["organizations.organ.read", "organizations.post.read"] as const;

export const organizations = defineModule({
  name: "organizations",
  label: "组织机构",
  english,
  ledgers: [organ, post],
  routes: [...adjustmentRoutes, listAreasRoute, searchAreasRoute, showAreaRoute, listBoundariesRoute, importBoundaryRoute, publicCityRoute],
  topics: { [AREAS_TOPIC]: "行政区划有调整 `{id}`，请重读辖区" },
  handlers: [startConfirmed],
  jobs: [carryOutJob, sweepJob],
  // What has ended stays where it was.
  areas: { keeps: { "organizations.organ": "t.deleted_at is not null", "organizations.post": "t.deleted_at is not null" } },
  permissions: {
    "organizations.boundary": "导入行政区划边界",
    [READ_ADJUSTMENTS]: "查看行政区划调整",
    [PREPARE]: "拟订行政区划调整",
    [APPROVE]: "确认行政区划调整",
  },
  grants: {
    "system-admin": ["organizations.organ.*", "organizations.post.*", "organizations.boundary", READ_ADJUSTMENTS, PREPARE],
    "security-admin": [...reader, READ_ADJUSTMENTS, APPROVE],
    "duty-officer": reader,
    "duty-leader": reader,
    dispatcher: reader,
    inspector: reader,
    "committee-office": reader,
    leader: reader,
    department: reader,
    "street-clerk": reader,
    "grid-member": reader,
    readonly: reader,
  },
  menu: [
    { parent: "system", key: "organ", label: "组织机构", path: "/organizations/organ", permission: "organizations.organ.write" },
    { parent: "system", key: "post", label: "岗位", path: "/organizations/post", permission: "organizations.post.write" },
    { parent: "system", key: "areas", label: "行政区划", path: "/organizations/areas", permission: READ_ADJUSTMENTS },
  ],
  messages: {
    ...boundaryMessages,
    ...adjustmentMessages,
    "organizations.boundary_refused": ["边界文件有 {count} 处不能用，未导入", "The boundary file has {count} faults and was not imported"],
    "organizations.boundary_unknown_area": ["本地区没有这些代码：{codes}", "Unknown division codes: {codes}"],
  },
  seed: async (tx, services, { demo, report }) => {
    await seedOrganizations(tx, services, report);
    if (demo) await seedAdjustment(tx, services);
  },
});
