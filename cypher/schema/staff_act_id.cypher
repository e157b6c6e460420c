// The staff log is listed in the order of ids, and a repeated write adds no second entry.
CREATE CONSTRAINT staff_act_id IF NOT EXISTS FOR (e:StaffAct) REQUIRE e.id IS UNIQUE
